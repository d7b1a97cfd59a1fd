package io.serai.identity;

import java.util.Comparator;
import java.util.List;

/** The order of what signatures say; by number only between those that say the same, where it does not matter who is first. */
final class ContentOrder implements Comparator<Signature> {

    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Evidence> EVIDENCE = Comparator.comparing(Evidence::firstName, TEXT)
            .thenComparing(Evidence::lastName, TEXT)
            .thenComparing(Evidence::birthDate, TEXT);

    @Override
    public int compare(Signature left, Signature right) {
        int order = compare(left.identifiers(), right.identifiers(), Comparator.naturalOrder());
        order = order != 0 ? order : EVIDENCE.compare(left.evidence(), right.evidence());
        order = order != 0 ? order : compare(left.said(), right.said(), TEXT);
        return order != 0 ? order : Long.compare(left.id(), right.id());
    }

    private static <T> int compare(List<T> left, List<T> right, Comparator<? super T> each) {
        for (int i = 0; i < left.size() && i < right.size(); i++) {
            int order = each.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
