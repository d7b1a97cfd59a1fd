package io.serai;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom. A failure names the type, the line and the rule that it breaks. */
class ArchitectureTest {

    /** Each package of hub-core and those of Serai that it may use; packages named nowhere may not exist. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("record", Set.of()),
            Map.entry("identity", Set.of()),
            Map.entry("profile", Set.of("record", "identity")),
            Map.entry("segment", Set.of("record", "identity", "profile")),
            Map.entry("connector", Set.of("spi")),
            Map.entry("sync", Set.of("spi", "record", "identity", "profile", "segment", "connector")),
            Map.entry("store", Set.of("spi", "record", "identity", "profile", "segment", "sync")),
            Map.entry("config", Set.of("spi", "record", "identity", "profile", "segment", "sync", "connector")),
            Map.entry(
                    "camel", Set.of("spi", "record", "identity", "profile", "segment", "sync", "connector", "config")));

    /** Packages that may use all of Serai, and the root, where {@link Hub} wires it. */
    private static final Set<String> EVERYTHING = Set.of("cli", "demo", "live", "");

    private static final Set<String> OF_OTHER_MODULES = Set.of("spi", "connectors");

    private static JavaClasses serai;

    @BeforeAll
    static void read_the_classes() {
        serai = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("io.serai");
    }

    static Set<String> rooms() {
        return new TreeSet<>(ROOMS.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void a_package_uses_only_what_the_table_allows(String room) {
        List<String> allowed = Stream.concat(Stream.of(room), ROOMS.get(room).stream())
                .map(ArchitectureTest::packageOf)
                .toList();
        noClasses()
                .that(resideInAPackage(packageOf(room)))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.serai..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .because("the package table gives \"" + room + "\" "
                        + (ROOMS.get(room).isEmpty() ? "nobody" : "only " + new TreeSet<>(ROOMS.get(room))) + " to use")
                .check(serai);
    }

    @Test
    void every_package_has_a_row_in_the_table() {
        Set<String> rooms = new TreeSet<>();
        serai.forEach(type -> rooms.add(roomOf(type)));
        rooms.removeAll(ROOMS.keySet());
        rooms.removeAll(EVERYTHING);
        rooms.removeAll(OF_OTHER_MODULES);
        assertThat(rooms)
                .as("packages of io.serai without a row: decide who they may use")
                .isEmpty();
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.serai.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle makes two packages one")
                .check(serai);
    }

    @Test
    void camel_is_known_to_the_rooms_that_speak_it_only() {
        noClasses()
                .that(resideInAPackage("io.serai..")
                        .and(not(resideInAnyPackage(
                                "io.serai",
                                "io.serai.camel..",
                                "io.serai.cli..",
                                "io.serai.demo..",
                                "io.serai.connectors.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.camel.."))
                .because("only camel, cli, demo, the root and connectors built on Camel know Camel")
                .check(serai);
    }

    @Test
    void sql_is_written_in_the_store_only() {
        noClasses()
                .that(resideInAPackage("io.serai..")
                        .and(not(resideInAnyPackage("io.serai.store..", "io.serai.connectors..")))
                        .and(not(equivalentToName("io.serai.demo.CrmDatabase"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."))
                .because("the store is the only room with SQL; the demo's CRM is a system of its own")
                .check(serai);
    }

    @Test
    void the_contract_for_connectors_needs_the_jdk_only() {
        classes()
                .that(resideInAPackage("io.serai.spi.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("io.serai.spi..", "java.."))
                .because("whoever writes a connector takes hub-spi and nothing else")
                .check(serai);
    }

    @Test
    void connectors_know_the_contract_and_nothing_of_the_hub() {
        noClasses()
                .that(resideInAPackage("io.serai.connectors.."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.serai..")
                        .and(not(resideInAnyPackage("io.serai.spi..", "io.serai.connectors.."))))
                .because("ours are written as anybody else's are")
                .check(serai);
    }

    @Test
    void only_commands_print() {
        noClasses()
                .that(resideInAPackage("io.serai..").and(not(resideInAPackage("io.serai.cli.."))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("data and talk leave through cli, where --json and NO_COLOR are honoured")
                .check(serai);
    }

    @Test
    void static_fields_are_final() {
        fields().that()
                .areDeclaredInClassesThat(resideInAPackage("io.serai.."))
                .and()
                .areStatic()
                .should()
                .beFinal()
                .because("static state is shared by every hub of a process and by every test")
                .check(serai);
    }

    @Test
    void static_fields_hold_nothing_that_changes() {
        Map<String, String> changing = new TreeMap<>();
        for (JavaClass type : serai) {
            for (JavaField field : type.getFields()) {
                if (isConstant(field)) {
                    Object value = valueOf(field);
                    if (isState(value)) {
                        changing.put(field.getFullName(), value.getClass().getName());
                    }
                }
            }
        }
        assertThat(changing)
                .as("static fields that hold something changeable: use List.of, Map.of or an instance field")
                .isEmpty();
    }

    private static boolean isConstant(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getRawType().isPrimitive()
                && !field.getRawType().isEquivalentTo(String.class);
    }

    private static Object valueOf(JavaField field) {
        try {
            Field found = field.reflect();
            found.setAccessible(true);
            return found.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getFullName(), e);
        }
    }

    private static boolean isState(Object value) {
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            String type = value.getClass().getName();
            return !type.startsWith("java.util.ImmutableCollections$")
                    && !type.startsWith("java.util.Collections$Unmodifiable")
                    && !type.startsWith("java.util.Collections$Empty");
        }
        return value instanceof ThreadLocal<?>
                || value instanceof StringBuilder
                || value != null && value.getClass().getPackageName().startsWith("java.util.concurrent");
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> equivalentToName(String name) {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                name, type -> type.getName().equals(name));
    }

    private static String packageOf(String room) {
        return "io.serai." + room + "..";
    }

    private static String roomOf(JavaClass type) {
        String rest = type.getPackageName().substring("io.serai".length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }
}
