package io.serai.identity.compare;

import java.util.List;
import java.util.Locale;

/** Places by their coordinates. */
final class GeoComparison extends PlainComparison<GeoComparison.Place> {

    /**
     * A point on the earth, to about eleven metres.
     *
     * @param latitude ten thousandths of a degree
     * @param longitude ten thousandths of a degree
     */
    record Place(int latitude, int longitude, double cosine) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.4f,%.4f", latitude / 10_000.0, longitude / 10_000.0);
        }
    }

    private static final double METRES = 11.1195;

    GeoComparison() {
        super(
                Place.class,
                List.of("different", "within 50 km", "within 10 km", "within 1 km", "within 100 m", "same"),
                List.of("whole", "within about a kilometre", "within about ten kilometres"));
    }

    @Override
    public Object parse(String raw) {
        if (raw == null) {
            return null;
        }
        String[] parts = raw.strip().split("[,;\\s]+");
        if (parts.length != 2) {
            return null;
        }
        try {
            double latitude = Double.parseDouble(parts[0]);
            double longitude = Double.parseDouble(parts[1]);
            boolean none = latitude == 0 && longitude == 0;
            return none || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)
                    ? null
                    : place((int) Math.round(latitude * 10_000), (int) Math.round(longitude * 10_000));
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static Place place(int latitude, int longitude) {
        return new Place(latitude, longitude, Math.cos(Math.toRadians(latitude / 10_000.0)));
    }

    @Override
    int compare(Place left, Place right) {
        if (left.latitude() == right.latitude() && left.longitude() == right.longitude()) {
            return 5;
        }
        double metres = metres(left, right);
        if (metres <= 1_000) {
            return metres <= 100 ? 4 : 3;
        }
        return metres <= 10_000 ? 2 : metres <= 50_000 ? 1 : 0;
    }

    /** On a plane: exact enough for the distances that count. */
    private static double metres(Place left, Place right) {
        double north = (left.latitude() - right.latitude()) * METRES;
        int turn = Math.abs(left.longitude() - right.longitude());
        double east = Math.min(turn, 3_600_000 - turn) * METRES * (left.cosine() + right.cosine()) / 2;
        return Math.sqrt(north * north + east * east);
    }

    @Override
    void give(Place place, AtomSink sink) {
        sink.atom(0, Hash.of(place.latitude() * 10_000_000L + place.longitude()));
        cells(place, 100, 1, sink);
        cells(place, 1_000, 2, sink);
    }

    /** The cell and the three that are nearest. */
    private static void cells(Place place, int size, int atom, AtomSink sink) {
        int row = Math.floorDiv(place.latitude() - size / 2, size);
        int column = Math.floorDiv(place.longitude() - size / 2, size);
        for (int i = 0; i < 4; i++) {
            sink.atom(atom, Hash.of(row + (i & 1), column + (i >> 1)));
        }
    }
}
