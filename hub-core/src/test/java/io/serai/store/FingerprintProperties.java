package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import io.serai.profile.Facts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;

/** Stores hold fingerprints that were made before: they stay what they were. */
class FingerprintProperties {

    private static final String LETTERS = "abc019@.+ éß李\u0000\uD83C\uDF88\uD800";

    private final Random random = new Random(6);

    @Example
    void a_fingerprint_is_the_hash_of_everything_that_is_said() {
        for (int i = 0; i < 20_000; i++) {
            Facts facts = facts();
            assertThat(SignatureTable.fingerprint(7, facts, i, -5)).isEqualTo(expected(7, facts, i, -5));
        }
    }

    private static HashValue128 expected(long feed, Facts facts, long record, long rules) {
        StringBuilder text = new StringBuilder().append(feed);
        if (facts.identifiers().isEmpty()) {
            text.append("\u0000record\u0000").append(record);
        }
        facts.identifiers().forEach(each -> text.append('\u0001')
                .append(each.name())
                .append('\u0002')
                .append(each.value()));
        Evidence evidence = facts.evidence();
        text.append('\u0003').append(evidence.firstName()).append('\u0003').append(evidence.lastName());
        text.append('\u0003').append(evidence.birthDate());
        if (!facts.said().isEmpty()) {
            text.append('\u0004').append(rules);
            facts.said().forEach(value -> text.append('\u0004').append(value));
        }
        return Hashing.xxh3_128().hashBytesTo128Bits(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Facts facts() {
        List<Identifier> identifiers = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            identifiers.add(new Identifier(text(8), text(40)));
        }
        List<String> said = new ArrayList<>();
        for (int count = random.nextInt(9); count > 0; count--) {
            said.add(random.nextBoolean() ? null : text(60));
        }
        Evidence evidence = new Evidence(random.nextBoolean() ? null : text(9), text(9), null);
        return new Facts(
                identifiers, evidence, said, Map.of(), Map.of(), Optional.empty(), List.of(), Optional.empty());
    }

    private String text(int longest) {
        StringBuilder text = new StringBuilder();
        int letters = random.nextBoolean() ? 8 : LETTERS.length();
        for (int length = random.nextInt(longest); length > 0; length--) {
            text.append(LETTERS.charAt(random.nextInt(letters)));
        }
        return text.toString();
    }
}
