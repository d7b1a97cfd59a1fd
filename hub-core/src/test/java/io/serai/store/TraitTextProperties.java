package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class TraitTextProperties {

    private static final String[] NAMES = {"city", "source.shop", "a \"b\"", "ß", "spent", "orders", "x"};
    private static TemporaryFolder folder;
    private static SqliteDatabase database;

    @BeforeContainer
    static void open() throws IOException {
        folder = TemporaryFolder.create("traits");
        database = SqliteDatabase.openForWriting(folder.path().resolve("hub.db"), "test");
    }

    @AfterContainer
    static void close() throws IOException {
        database.close();
        folder.close();
    }

    @Property(tries = 400)
    void what_is_written_is_read_again_by_us_and_by_the_engine(@ForAll("traits") Map<String, Object> traits) {
        database.write(connection -> {
            Names names = Names.of(connection, "trait_name");
            String text = TraitText.write(traits, names);
            assertThat(TraitText.read(text, names)).isEqualTo(traits);
            assertThat(TraitText.write(traits, names.numbers())).isEqualTo(text);
            if (!traits.isEmpty()) {
                assertThat(TraitText.write(traits, Map.of())).isNull();
            }
            for (String name : NAMES) {
                assertThat(TraitText.value(text, names.id(name))).isEqualTo(traits.get(name));
            }
            Map<String, Object> engine = new HashMap<>();
            Sql.each(
                    connection,
                    row -> engine.put(names.name(row.getLong(1)), plain(row.getObject(2))),
                    "SELECT key, value FROM json_each(?)",
                    text);
            assertThat(engine).isEqualTo(traits);
            String again = Sql.first(
                            connection,
                            row -> row.getString(1),
                            "SELECT json_group_object(key, value) FROM json_each(?)",
                            text)
                    .orElseThrow();
            assertThat(TraitText.read(again, names)).isEqualTo(traits);
            return null;
        });
    }

    @Property(tries = 200)
    void only_what_is_owned_and_differs_is_replaced(
            @ForAll("traits") Map<String, Object> first, @ForAll("traits") Map<String, Object> second) {
        database.write(connection -> {
            TraitTable table = new TraitTable(connection);
            table.replace(Map.of(5L, Map.of()), name -> true);
            table.replace(Map.of(5L, first), name -> true);
            Map<String, Object> expected = new HashMap<>(first);
            expected.remove("city");
            expected.remove("orders");
            second.forEach((name, value) -> {
                if (!TraitTable.same(first.get(name), value)) {
                    expected.put(name, value);
                } else {
                    expected.put(name, first.get(name));
                }
            });
            var changed = table.replace(Map.of(5L, second), name -> name.equals("city") || name.equals("orders"));
            assertThat(table.load(List.of(5L)).getOrDefault(5L, Map.of())).isEqualTo(expected);
            assertThat(changed).hasSize(expected.equals(first) ? 0 : 1);
            return null;
        });
    }

    @Property(tries = 50)
    void appended_people_have_what_they_were_given(@ForAll("people") List<Map<String, Object>> people) {
        database.write(connection -> {
            Sql.update(connection, "DELETE FROM profile_trait");
            TraitAppend append = new TraitAppend(connection);
            Map<Long, Map<String, Object>> expected = new HashMap<>();
            for (int i = 0; i < people.size(); i++) {
                append.add(100L + i, people.get(i));
                if (!people.get(i).isEmpty()) {
                    expected.put(100L + i, people.get(i));
                }
            }
            append.flush();
            assertThat(new TraitTable(connection).between(0, Long.MAX_VALUE)).isEqualTo(expected);
            return null;
        });
    }

    private static Object plain(Object value) {
        return value instanceof Integer whole ? (Object) whole.longValue() : value;
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> people() {
        return traits().list().ofMaxSize(80);
    }

    @Provide
    Arbitrary<Map<String, Object>> traits() {
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.strings()
                        .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                        .map(text -> (Object) text),
                Arbitraries.of("", "12", "4.5", "true", "null", "\\\"}{,\u0000\n", "😀")
                        .map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) (number + 0.0)),
                Arbitraries.of(400.0, 1e300, 5e-324, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.0e17)
                        .map(number -> (Object) number));
        return Arbitraries.maps(Arbitraries.of(NAMES), values);
    }
}
