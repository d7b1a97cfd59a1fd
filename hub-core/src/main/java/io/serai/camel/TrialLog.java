package io.serai.camel;

import io.serai.sync.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.FilterDefinition;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.model.WhenDefinition;

/** Notes what each step of a tried route does. For any thread. */
final class TrialLog {

    /** Of the parts of a split so many are shown. */
    private static final int PARTS = 3;

    /** On the exchange: the note of the step under way. */
    static final String NOTE = "HubTrialNote";

    /** A step under way. */
    static final class Note {
        private final NamedNode node;
        private final String begunBy;
        private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
        private final Map<String, String> before;
        private Map<String, String> set = Map.of();
        private String body = "";
        private Optional<String> error = Optional.empty();
        private int parts;
        private boolean entered;

        /** @param begunBy the id of the route that the message began in; another one than the tried one behind {@code seda:} */
        Note(NamedNode node, String begunBy, Map<String, String> before) {
            this.node = node;
            this.begunBy = begunBy;
            this.before = before;
        }

        NamedNode node() {
            return node;
        }

        void say(String what) {
            if (!notes.contains(what)) {
                notes.add(what);
            }
        }
    }

    private final List<Note> notes = Collections.synchronizedList(new ArrayList<>());
    private final Map<NamedNode, Note> around = Collections.synchronizedMap(new LinkedHashMap<>());

    private final String route;

    /** @param route the id of the tried route */
    TrialLog(String route) {
        this.route = route;
    }

    /** A step begins; the note is not shown when it is about a part of many. */
    Note begin(NamedNode node, Exchange exchange) {
        HubPass pass = HubPass.of(exchange);
        if (pass != null) {
            onlyThisPage(pass.run());
        }
        Integer part = part(node, exchange);
        Note note = new Note(node, String.valueOf(exchange.getFromRouteId()), state(exchange));
        if (part != null && part >= PARTS) {
            return note;
        }
        branch(node).ifPresent(note::say);
        notes.add(note);
        if (node.getParent() != null && around.get(node.getParent()) != null) {
            around.get(node.getParent()).entered = true;
        }
        if (node instanceof SplitDefinition || node instanceof FilterDefinition) {
            around.put(node, note);
        }
        return note;
    }

    private static void onlyThisPage(Run run) {
        run.cancel();
    }

    /** Which part of a split the exchange is, counted for the split. */
    private Integer part(NamedNode node, Exchange exchange) {
        Integer index = exchange.getProperty(Exchange.SPLIT_INDEX, Integer.class);
        for (NamedNode parent = node.getParent(); parent != null && index != null; parent = parent.getParent()) {
            Note split = around.get(parent);
            if (split != null && parent instanceof SplitDefinition) {
                split.parts = Math.max(split.parts, index + 1);
                return index;
            }
        }
        return null;
    }

    private static Optional<String> branch(NamedNode node) {
        for (NamedNode parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ChoiceDefinition choice) {
                for (WhenDefinition when : choice.getWhenClauses()) {
                    if (isIn(when.getOutputs(), node)) {
                        return Optional.of(
                                "when " + Sample.text(when.getExpression().getExpression()));
                    }
                }
                boolean otherwise = choice.getOtherwise() != null
                        && isIn(choice.getOtherwise().getOutputs(), node);
                return otherwise ? Optional.of("otherwise") : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(List<ProcessorDefinition<?>> steps, NamedNode node) {
        return steps.stream().anyMatch(step -> step == node);
    }

    /** A step has ended. */
    void end(Note note, Exchange exchange) {
        Map<String, String> after = state(exchange);
        Map<String, String> set = new LinkedHashMap<>();
        after.forEach((name, value) -> {
            if (!Objects.equals(note.before.get(name), value)) {
                set.put(name, value);
            }
        });
        note.before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(name -> set.put(name, null));
        note.set = set;
        note.body = Sample.of(exchange.getMessage().getBody());
        if (note.node instanceof FilterDefinition) {
            note.say(note.entered ? "lets it through" : "holds it back");
        }
        if (String.valueOf(note.node.getLabel()).contains("hub:ingest/")) {
            ingested(note, exchange.getMessage());
        }
        Exception failure = exchange.getException();
        if (failure != null) {
            note.error = Optional.of(Sentences.of(failure));
        }
    }

    private static void ingested(Note note, Message message) {
        Long stored = message.getHeader("HubStored", Long.class);
        Long unchanged = message.getHeader("HubUnchanged", Long.class);
        Long refused = message.getHeader("HubRejected", Long.class);
        if (stored != null && unchanged != null && refused != null) {
            note.say("would take in " + (stored + unchanged) + " and refuse " + refused);
        }
    }

    private static Map<String, String> state(Exchange exchange) {
        Map<String, String> state = new TreeMap<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (!name.startsWith("Hub")) {
                state.put("header " + name, Sample.text(value));
            }
        });
        exchange.getProperties().forEach((name, value) -> {
            if (!name.startsWith("Camel") && !name.startsWith("Hub")) {
                state.put("property " + name, Sample.text(value));
            }
        });
        return state;
    }

    /**
     * In the order in which they began; those of routes behind {@code seda:}, which run beside the tried one, after its own.
     *
     * @param files the lines of the route files by name
     */
    List<Trial.Step> steps(Map<String, List<String>> files) {
        synchronized (notes) {
            return notes.stream()
                    .sorted(Comparator.comparing((Note note) -> note.begunBy.equals(route) ? "" : note.begunBy))
                    .map(note -> step(note, files))
                    .toList();
        }
    }

    private static Trial.Step step(Note note, Map<String, List<String>> files) {
        List<String> notes = new ArrayList<>(note.notes);
        if (note.node instanceof SplitDefinition) {
            notes.add(note.parts
                    + (note.parts == 1 ? " part" : " parts")
                    + (note.parts > PARTS ? ", the first " + PARTS + " are shown" : ""));
        }
        NamedNode node = note.node;
        boolean named = node instanceof OptionalIdentifiedDefinition<?> own && own.hasCustomIdAssigned();
        String place = node.getLocation() == null
                ? ""
                : node.getLocation().replaceFirst("^file:", "").replaceFirst(":\\d+$", "");
        return new Trial.Step(
                kind(node),
                named ? node.getId() : "",
                place,
                line(node, files.getOrDefault(place, List.of())),
                depth(node),
                note.body,
                note.set,
                notes,
                note.error);
    }

    private static String kind(NamedNode node) {
        String kind = node.getShortName();
        String label = String.valueOf(node.getLabel());
        boolean branches = kind.equals("choice") || kind.equals("multicast") || label.equals("null");
        if (branches || label.equals(kind)) {
            return kind;
        }
        boolean wrapped = label.startsWith(kind + "[") && label.endsWith("]");
        return kind + " " + Sample.text(wrapped ? label.substring(kind.length() + 1, label.length() - 1) : label);
    }

    /** Camel counts from what follows the step's name, which is on the same line or on the next one. */
    private static int line(NamedNode node, List<String> lines) {
        int line = node.getLineNumber();
        boolean next = line >= 0
                && line < lines.size()
                && lines.get(line).strip().matches("-\\s*\"?" + node.getShortName() + "\"?:.*");
        return Math.max(0, next ? line + 1 : line);
    }

    private static int depth(NamedNode node) {
        int depth = 0;
        for (NamedNode parent = node.getParent();
                parent != null && !(parent instanceof RouteDefinition);
                parent = parent.getParent()) {
            depth++;
        }
        return depth;
    }
}
