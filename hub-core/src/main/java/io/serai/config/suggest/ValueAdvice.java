package io.serai.config.suggest;

import io.serai.identity.advice.HomeCountry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a value is read: from which path, with which format, by which words. */
final class ValueAdvice {

    private static final Set<String> GRANTED = Set.of(
            "granted",
            "yes",
            "y",
            "true",
            "1",
            "subscribed",
            "opt in",
            "opted in",
            "optin",
            "on",
            "ja",
            "oui",
            "si",
            "active",
            "accepted");
    private static final Set<String> DENIED = Set.of(
            "denied",
            "no",
            "n",
            "false",
            "0",
            "unsubscribed",
            "opt out",
            "opted out",
            "optout",
            "off",
            "nein",
            "non",
            "declined",
            "revoked");

    private final Sample sample;
    private final ZoneId zone;

    ValueAdvice(Sample sample, ZoneId zone) {
        this.sample = sample;
        this.zone = zone;
    }

    /** The rule of a field, as YAML. */
    String of(Part part) {
        return switch (part.role()) {
            case CONSENT_EMAIL, CONSENT_SMS -> consent(part.path());
            case BIRTH_DATE -> time(part);
            default -> plain(part);
        };
    }

    String plain(Part part) {
        return Yaml.text(part.path());
    }

    /** The rule of a time, with the format that the sample is written with. */
    String time(Part part) {
        Optional<String> format = format(part.path());
        return format.map(pattern -> "{ from: " + Yaml.text(part.path()) + ", format: " + Yaml.quoted(pattern) + " }")
                .orElseGet(() -> plain(part));
    }

    /** What to say of a time whose format is not known; else nothing. */
    String unknownTime(Part part) {
        List<String> values = sample.values(part.path());
        boolean unknown =
                !values.isEmpty() && format(part.path()).isEmpty() && !TimeFormats.fits(Optional.empty(), values, zone);
        return unknown ? "; its values are no times of one known format: add format:" : "";
    }

    private Optional<String> format(String path) {
        boolean monthFirst = HomeCountry.of(zone).filter("US"::equals).isPresent();
        return TimeFormats.of(sample.values(path), zone, monthFirst);
    }

    private String consent(String path) {
        List<String> pairs = new ArrayList<>();
        for (String word : sample.words(path)) {
            String answer = answer(word);
            if (!answer.isEmpty()) {
                pairs.add((word.matches("[\\p{L}_]+") && Yaml.text(word).equals(word) ? word : Yaml.quoted(word)) + ": "
                        + answer);
            }
        }
        if (pairs.isEmpty()) {
            pairs.addAll(List.of("subscribed: granted", "unsubscribed: denied"));
        }
        pairs.add("\"*\": unknown");
        return "{ from: " + Yaml.text(path) + ", map: { " + String.join(", ", pairs) + " } }";
    }

    private static String answer(String word) {
        String plain = word.toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace('-', ' ')
                .strip();
        return GRANTED.contains(plain) ? "granted" : DENIED.contains(plain) ? "denied" : "";
    }
}
