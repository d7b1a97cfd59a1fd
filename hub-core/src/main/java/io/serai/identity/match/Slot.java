package io.serai.identity.match;

import io.serai.identity.compare.Comparison;
import io.serai.identity.compare.Kind;
import java.util.List;

/**
 * One thing that is compared: a field, or a part of one.
 *
 * @param name for people
 * @param kind what it holds
 * @param comparison of its values
 * @param top the level of equal values
 */
record Slot(String name, Kind kind, Comparison comparison, int top) {

    static Slot of(Field field) {
        return of(field.name(), field.kind(), field.comparison());
    }

    static Slot part(Field field, String part, Kind kind) {
        return of(field.name() + " (" + part + ")", kind, Comparison.of(kind, field.settings()));
    }

    private static Slot of(String name, Kind kind, Comparison comparison) {
        return new Slot(name, kind, comparison, comparison.levels() - 1);
    }

    /** Levels of the comparison and, beyond, "the other's family name". */
    int levels() {
        return top + 2;
    }

    int swapped() {
        return top + 1;
    }

    boolean agrees(int level) {
        return level >= Math.max(1, top - 1);
    }

    /** Whether a person may have another one tomorrow, and others with it; a different name is no reason for anything. */
    boolean mayMove() {
        return switch (kind) {
            case STREET, POSTCODE, CITY, GEO, EXACT, TEXT -> true;
            default -> false;
        };
    }

    /** How long it takes to compare two values, from little to much. */
    int effort() {
        return switch (kind) {
            case EXACT, NUMBER -> 0;
            case BIRTH_DATE, DATE, PHONE, POSTCODE, GEO -> 1;
            case GIVEN_NAME -> 2;
            case FAMILY_NAME, CITY -> 3;
            default -> 4;
        };
    }

    /** Whether its values may be explained by another slot: where one lives by the town or the country. */
    boolean mayDependOn(Slot other) {
        return switch (kind) {
            case GIVEN_NAME, FAMILY_NAME, FULL_NAME, BIRTH_DATE -> false;
            default -> other.mayMove() && other.kind != Kind.TEXT;
        };
    }

    String levelName(int level) {
        return level == swapped() ? "given and family name swapped" : comparison.levelName(level);
    }

    static int find(List<Slot> slots, Kind kind) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }
}
