package io.serai.demo;

import io.serai.Hub;
import io.serai.Routes;
import io.serai.config.RouteOutline;
import io.serai.profile.Census;
import io.serai.profile.ResolveReport;
import io.serai.segment.Segment;
import io.serai.sync.Counts;
import io.serai.sync.Rejection;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells what the hub does with the demo retailer's data, while it does it. Told once. */
final class DemoStory {

    private static final int WIDTH = 110;

    private final DemoSystems systems;
    private final Hub hub;
    private final Routes routes;
    private final Teller teller;
    private final Deliveries deliveries;
    private final long started = System.nanoTime();
    private final List<RunView> pulls = new ArrayList<>();

    DemoStory(DemoSystems systems, Hub hub, Routes routes, Teller teller) {
        this.systems = systems;
        this.hub = hub;
        this.routes = routes;
        this.teller = teller;
        this.deliveries = new Deliveries(hub, routes);
    }

    DemoFigures tell() {
        teller.line(teller.strong(hub.config().hub().name())
                + teller.faint(
                        "  a shop, a till, a CRM and a mail service: fakes on this machine, with invented people"));
        read();
        recognise();
        if (pulls.stream().anyMatch(run -> run.counts().stored() > 0)) {
            learn();
        }
        select();
        send();
        if (deliveries.sum().sent() > 0) {
            again();
        }
        DemoFigures figures = figures();
        end(figures);
        return figures;
    }

    private void read() {
        for (RouteOutline route : routes("pull")) {
            pulls.add(pull(route.id()));
        }
        long read = pulls.stream().mapToLong(run -> run.counts().read()).sum();
        long stored = pulls.stream().mapToLong(run -> run.counts().stored()).sum();
        chapter(
                "Read",
                Columns.count(read, "record", "records") + ", " + Columns.number(stored) + " of them new or changed");
        Columns table = new Columns();
        for (RunView run : pulls) {
            table.row(run.route(), run.counts().read(), "read", run.counts().stored(), "new or changed", refused(run));
        }
        table.lines().forEach(this::tell);
    }

    private RunView pull(String route) {
        teller.progress("Reading: " + route);
        RunView run = routes.run(route, RunRequest.send(Trigger.COMMAND));
        if (run.status() != RunStatus.DONE) {
            throw new DemoException(
                    "The route \"" + route + "\" " + run.status().text() + ": " + run.message());
        }
        return run;
    }

    private String refused(RunView run) {
        List<Rejection> rejections = hub.rejections().of(run.id(), 1);
        return rejections.isEmpty()
                ? ""
                : Columns.number(run.counts().rejected()) + " kept aside, such as: "
                        + rejections.get(0).reason();
    }

    private void recognise() {
        teller.progress("Recognising people");
        Census census = hub.census();
        chapter(
                "Recognise",
                Columns.number(census.aboutPeople()) + " records about people are "
                        + Columns.count(census.people(), "person", "people"));
        new NamedPeople(hub.people(), hub.identity()).lines().forEach(this::tell);
    }

    private void learn() {
        teller.progress("Learning who is alike");
        Learning learning = new Learning(hub);
        ResolveReport report = learning.learn();
        chapter(
                "Match",
                Columns.count(report.merged(), "person turns", "people turn")
                        + " out to be somebody else who is known: "
                        + Columns.count(report.profiles(), "person is", "people are") + " left");
        learning.lines(report).forEach(this::tell);
    }

    private void select() {
        teller.progress("Selecting");
        chapter("Select", "segments, as of now");
        Columns table = new Columns();
        for (Segment segment : hub.segments().all().values()) {
            table.row(segment.name(), hub.segments().count(segment.name()), segment.sentence());
        }
        int margin = table.width(0) + table.width(1) + 4;
        table.lines().forEach(line -> tell(line, margin));
    }

    private void send() {
        for (RouteOutline route : routes("segment")) {
            teller.progress("Sending: " + route.id());
            deliveries.push(route.id());
        }
        Counts sum = deliveries.sum();
        chapter("Send", sum.sent() == 0 ? "nothing to send" : Columns.count(sum.sent(), "person", "people") + " sent");
        if (deliveries.all().values().stream().anyMatch(Deliveries.Delivery::approved)) {
            tell(
                    "The first plan of every sync was held until somebody says yes (guards in config/hub.yaml). Here the"
                            + " demo said it; otherwise look with hub plan, and send with hub apply.",
                    0);
        }
        Columns table = new Columns();
        deliveries.all().forEach((route, delivery) -> {
            Counts counts = delivery.counts();
            table.row(
                    route,
                    counts.planned(),
                    "planned",
                    counts.sent(),
                    "sent",
                    counts.rejected(),
                    "refused",
                    counts.held(),
                    "held",
                    delivery.plan().unchanged(),
                    "nothing due");
        });
        table.lines().forEach(this::tell);
        reasons("refused", deliveries.refusals());
        reasons("held:", deliveries.holds());
        deliveries.all().values().stream()
                .filter(delivery -> delivery.waiting() != null)
                .forEach(delivery -> tell(delivery.waiting()));
    }

    /** What the hub sent comes back from the mail service as changed members; read now, they are not news the next time. */
    private void again() {
        long changed = 0;
        for (RouteOutline route : routes("pull")) {
            changed += pull(route.id()).counts().stored();
        }
        Deliveries second = new Deliveries(hub, routes);
        for (RouteOutline route : routes("segment")) {
            teller.progress("Sending: " + route.id());
            second.push(route.id());
        }
        chapter(
                "Again",
                "everything once more: " + Columns.count(changed, "record", "records") + " changed, "
                        + Columns.count(second.sum().sent(), "person", "people") + " sent");
        tell("What changed is what the hub itself had sent, as the mail service gives it back; it tells nothing new.");
    }

    private void reasons(String what, Map<String, Long> reasons) {
        reasons.forEach((reason, count) -> tell("%3d %s %s".formatted(count, what, reason), 4));
    }

    private DemoFigures figures() {
        Census census = hub.census();
        Counts sum = deliveries.sum();
        return new DemoFigures(
                census.records(),
                hub.profiles().count(),
                census.aboutPeople() - census.people(),
                sum.held(),
                sum.planned(),
                sum.sent(),
                deliveries.unchanged(),
                sum.rejected(),
                Math.round((System.nanoTime() - started) / 1e8) / 10.0);
    }

    private void end(DemoFigures figures) {
        boolean quiet = figures.sent() == 0
                && pulls.stream().allMatch(run -> run.counts().stored() == 0);
        chapter(
                "Done",
                "in " + figures.seconds() + " s"
                        + (quiet ? ": nothing had changed, so nothing was stored or sent" : ""));
        tell(Columns.number(figures.records()) + " records and " + Columns.number(figures.profiles())
                + " profiles are in data/hub.db.");
        int faults = systems.shop().faults() + systems.mail().faults();
        tell(teller.faint("Shop and mail failed or asked for patience " + Columns.count(faults, "time", "times")
                + "; the hub waited and asked again."));
        chapter("Try next", "");
        next().lines().forEach(line -> teller.line("  " + line));
    }

    private Columns next() {
        return new Columns()
                .row(hub("profile why email:" + Cast.TWO_ADDRESSES), comment("what makes her one person"))
                .row(hub("profile why email:" + Unlinked.JOSEPHINE), comment("whom only matching recognised"))
                .row(hub("profile show email:" + Cast.TWO_ADDRESSES), comment("all that is known of her"))
                .row(hub("segment members lapsed-vips"), comment("who they are"))
                .row(hub("plan lapsed-vips-to-mail"), comment("what the next sync would change"))
                .row(hub("runs"), comment("what ran; with a run's number, who was refused and why"))
                .row(hub("demo --stay"), comment("leave systems and hub running, every route on its schedule"));
    }

    private String comment(String text) {
        return teller.faint("# " + text);
    }

    /** A command line that works where this one did. */
    private String hub(String command) {
        Path here = Path.of("").toAbsolutePath();
        Path install = Path.of(System.getProperty("serai.install", "")).toAbsolutePath();
        Path home = hub.home().home();
        return (install.equals(here) ? "./hub " : install + "/hub ")
                + command
                + (home.equals(here) || home.equals(install) ? "" : " --home " + home);
    }

    private List<RouteOutline> routes(String kind) {
        return hub.config().routes().stream()
                .filter(route -> route.from().isHub(kind))
                .toList();
    }

    private void chapter(String title, String what) {
        teller.line("");
        teller.line((teller.strong(title) + "  " + what).stripTrailing());
    }

    private void tell(String text) {
        int indent = text.length() - text.stripLeading().length();
        tell(text, indent + 2);
    }

    /** A long line goes on below, that far from the margin. */
    private void tell(String text, int margin) {
        Columns.wrapped(text, WIDTH, margin).forEach(line -> teller.line("  " + line));
    }
}
