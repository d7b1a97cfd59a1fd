package io.serai.demo;

import io.serai.Hub;
import io.serai.profile.Census;
import io.serai.profile.Person;
import io.serai.profile.ProfileId;
import io.serai.profile.ResolveReport;
import io.serai.profile.ResolveRequest;
import java.util.ArrayList;
import java.util.List;

/** Lets the hub learn from its records who is alike, as {@code hub resolve} does, and tells what identifiers alone did not show. */
final class Learning {

    private static final int REVIEWS = 1_000;

    private final Hub hub;

    Learning(Hub hub) {
        this.hub = hub;
    }

    /** What {@code hub resolve --allow-merges} does. */
    ResolveReport learn() {
        return hub.identity().resolve(new ResolveRequest(false, false, true));
    }

    /** @param report of what was learned */
    List<String> lines(ResolveReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Beside identifiers the hub compares names, birth dates, addresses, phones and e-mail addresses. What it means when"
                        + " they agree it learned by itself, from these "
                        + Columns.number(report.signatures())
                        + " different records; nobody labelled any. More merges at once than guards: max_merges allows would wait for somebody's word;"
                        + " the demo said it beforehand, as you can with hub resolve --allow-merges.");
        for (Person person : hub.people().find("email:" + Unlinked.JOSEPHINE, 1)) {
            lines.add("Josephine Hardcastle (" + ProfileId.text(person.id())
                    + ") is in the CRM with her loyalty card, and in the shop as Josie, misspelt and with another e-mail address."
                    + " Identifiers leave the two apart:");
            hub.identity().why(person.id()).stream()
                    .map(String::strip)
                    .filter(sentence -> sentence.contains(" are alike"))
                    .forEach(sentence -> lines.add("  " + sentence));
        }
        int waiting = hub.identity().reviews(REVIEWS).size();
        lines.add(Columns.count(waiting, "pair of people is", "pairs of people are")
                + " too alike to be left and not alike enough to be merged: they wait for a person (hub review list).");
        Census census = hub.census();
        lines.add(Columns.number(census.together()) + " people live in "
                + Columns.count(census.households(), "household", "households")
                + " of two or more: household_id and household_size can be used in segments.");
        return lines;
    }
}
