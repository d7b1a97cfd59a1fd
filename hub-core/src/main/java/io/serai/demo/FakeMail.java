package io.serai.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.demo.LoopbackServer.Answer;
import io.serai.demo.LoopbackServer.Request;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fake of the mail service, Mailchimp-shaped: reads members, takes batches with a verdict on each row, puts tags on and off. It
 * refuses addresses at hosts that nobody has, and people who had themselves deleted.
 */
final class FakeMail implements LoopbackServer.Service {

    static final String KEY = "demo-mail-key-us1";
    static final String LIST = "bramble";

    static final String LOOKS_FAKE = "This email address looks fake or invalid. Please enter a real email address.";
    static final String FORGOTTEN = "This contact was permanently deleted and cannot be re-imported. The contact must"
            + " re-subscribe to get back on the list.";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@([^@\\s]+)");
    private static final Pattern MEMBER = Pattern.compile("/members/([0-9a-f]{32})(/tags)?");
    private static final List<String> MERGE_FIELDS = List.of("FNAME", "LNAME", "PHONE", "LTV", "STORE");
    private static final int LARGEST_BATCH = 500;
    private static final int LARGEST_PAGE = 1000;

    private final MailList list;

    FakeMail(MailList list) {
        this.list = list;
    }

    @Override
    public synchronized Answer answer(Request request) {
        if (!authorised(request.header("Authorization"))) {
            return Answer.error(
                    401, "Your API key may be invalid, or you've attempted to access the wrong datacenter.");
        }
        String path = request.path().replaceFirst("^/3\\.0", "");
        if (path.equals("/ping")) {
            return Answer.ok(JSON.createObjectNode().put("health_status", "Everything's Chimpy!"));
        }
        String home = "/lists/" + LIST;
        if (!path.startsWith(home)) {
            return Answer.error(404, "The requested resource could not be found.");
        }
        String rest = path.substring(home.length());
        if (rest.isEmpty()) {
            return request.method().equals("POST") ? batch(request.body()) : Answer.ok(account());
        } else if (rest.equals("/members")) {
            return request.method().equals("POST") ? write(request.body(), false) : members(request);
        }
        if (rest.equals("/merge-fields")) {
            ObjectNode fields = JSON.createObjectNode();
            ArrayNode tags = fields.putArray("merge_fields");
            MERGE_FIELDS.forEach(tag -> tags.addObject().put("tag", tag));
            return Answer.ok(fields.put("list_id", LIST).put("total_items", MERGE_FIELDS.size()));
        }
        Matcher member = MEMBER.matcher(rest);
        return member.matches()
                ? member(request, member.group(1), member.group(2) != null)
                : Answer.error(404, "The requested resource could not be found.");
    }

    private static boolean authorised(String header) {
        if (header.startsWith("Basic ")) {
            String pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
            return pair.endsWith(":" + KEY);
        }
        return header.equals("Bearer " + KEY);
    }

    private ObjectNode account() {
        ObjectNode node = JSON.createObjectNode().put("id", LIST).put("name", "Bramble & Co");
        node.putObject("stats").put("member_count", list.all().size());
        return node;
    }

    private Answer members(Request request) {
        int count = Math.min(Integer.parseInt(request.parameter("count", "10")), LARGEST_PAGE);
        int offset = Integer.parseInt(request.parameter("offset", "0"));
        String since = request.parameter("since_last_changed", "");
        List<ObjectNode> matching = list.all().stream()
                .filter(member -> since.isEmpty() || changed(member).isAfter(OffsetDateTime.parse(since)))
                .sorted(Comparator.comparing(FakeMail::changed)
                        .thenComparing(member -> member.path("id").asText()))
                .toList();
        ObjectNode page = JSON.createObjectNode();
        page.putArray("members")
                .addAll(matching.stream().skip(offset).limit(count).toList());
        return Answer.ok(page.put("list_id", LIST).put("total_items", matching.size()));
    }

    private static OffsetDateTime changed(ObjectNode member) {
        return OffsetDateTime.parse(member.path("last_changed").asText());
    }

    private Answer batch(JsonNode body) {
        JsonNode rows = body.path("members");
        if (!rows.isArray() || rows.size() > LARGEST_BATCH) {
            return Answer.error(400, "\"members\" must be a list of at most " + LARGEST_BATCH + " objects.");
        }
        boolean update = body.path("update_existing").asBoolean();
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode created = answer.putArray("new_members");
        ArrayNode updated = answer.putArray("updated_members");
        ArrayNode errors = answer.putArray("errors");
        for (JsonNode row : rows) {
            String email = row.path("email_address").asText();
            boolean known = list.byEmail(email).isPresent();
            Optional<String> refusal =
                    known && !update ? Optional.of("This contact is already a list member.") : refusal(email, row);
            if (refusal.isPresent()) {
                errors.addObject()
                        .put("email_address", email)
                        .put("error", refusal.get())
                        .put("error_code", known && !update ? "ERROR_CONTACT_EXISTS" : "ERROR_GENERIC");
            } else {
                list.put(email, row);
                (known ? updated : created).add(list.byEmail(email).orElseThrow());
            }
        }
        list.save();
        return Answer.ok(answer.put("total_created", created.size())
                .put("total_updated", updated.size())
                .put("error_count", errors.size()));
    }

    private Optional<String> refusal(String email, JsonNode row) {
        Matcher address = ADDRESS.matcher(email);
        if (!address.matches()) {
            return Optional.of("Please provide a valid email address.");
        }
        String host = address.group(1).toLowerCase(Locale.ROOT);
        if (!Vocabulary.MAIL_DOMAINS.contains(host) && !host.equals("bramble.example")) {
            return Optional.of(LOOKS_FAKE);
        }
        if (list.isForgotten(email)) {
            return Optional.of(FORGOTTEN);
        }
        String status = row.path("status").asText(row.path("status_if_new").asText());
        if (status.isEmpty() && list.byEmail(email).isEmpty()) {
            return Optional.of("The status of a new contact must not be blank.");
        }
        return Optional.empty();
    }

    private Answer write(JsonNode body, boolean update) {
        String email = body.path("email_address").asText();
        if (!update && list.byEmail(email).isPresent()) {
            return Answer.error(
                    400, "This contact is already a list member. Use PUT to insert or update list members.");
        }
        Optional<String> refusal = refusal(email, body);
        if (refusal.isPresent()) {
            return Answer.error(400, refusal.get());
        }
        ObjectNode change = body.deepCopy();
        if (list.byEmail(email).isEmpty() && !change.has("status")) {
            change.set("status", change.get("status_if_new"));
        }
        list.put(email, change);
        list.save();
        return Answer.ok(list.byEmail(email).orElseThrow());
    }

    private Answer member(Request request, String id, boolean tags) {
        Optional<ObjectNode> member = list.byId(id);
        if (request.method().equals("PUT") && !tags) {
            return write(request.body(), true);
        } else if (member.isEmpty()) {
            return Answer.error(404, "The requested resource could not be found.");
        } else if (tags && request.method().equals("POST")) {
            for (JsonNode tag : request.body().path("tags")) {
                list.tag(
                        id,
                        tag.path("name").asText(),
                        !tag.path("status").asText().equals("inactive"));
            }
        } else if (request.method().equals("PATCH")) {
            list.put(member.get().path("email_address").asText(), request.body());
        } else if (request.method().equals("DELETE")) {
            list.remove(id);
        } else {
            return Answer.ok(member.get());
        }
        list.save();
        return tags || list.byId(id).isEmpty()
                ? Answer.empty()
                : Answer.ok(list.byId(id).orElseThrow());
    }
}
