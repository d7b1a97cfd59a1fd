package io.serai.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that a person reads: our figures, then each peer's beside them. */
final class Figures {

    private static final String FORM = "%-26s %9s %9s %9s %9s %8s %8s %8s %8s";

    private final List<Peer> peers;

    Figures(List<Peer> peers) {
        this.peers = peers;
    }

    List<String> lines(List<Measured> measured) {
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder(
                FORM.formatted("CASE", "ROWS", "PRECISION", "RECALL", "F1", "WORK s", "WALL s", "CPU s", "MB"));
        List<String> names = peers.stream().map(Peer::name).distinct().toList();
        names.forEach(name -> header.append("  | %-27s".formatted(name + ": F1, WALL, CPU, MB")));
        lines.add(header.toString());
        for (Measured each : measured) {
            StringBuilder line = new StringBuilder(FORM.formatted(
                    each.name(),
                    each.answer().path("rows").asText(),
                    four(each.pairs("precision")),
                    four(each.pairs("recall")),
                    four(each.pairs("f1")),
                    two(each.work()),
                    two(each.wall()),
                    two(each.cpu()),
                    each.megabytes()));
            names.forEach(name -> line.append("  | %-27s".formatted(figures(name, each.name()))));
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private String figures(String peer, String measured) {
        return peers.stream()
                .filter(each -> each.name().equals(peer) && each.isAbout(measured))
                .findFirst()
                .map(each ->
                        "%-6s %6s %6s %6s".formatted(each.figure(0), each.figure(1), each.figure(2), each.figure(3)))
                .orElse("");
    }

    private static String four(double figure) {
        return String.format(Locale.ROOT, "%.4f", figure);
    }

    private static String two(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }
}
