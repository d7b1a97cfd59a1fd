package io.serai.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The four systems of Bramble &amp; Co around a hub home: two files' worth of till and CRM, and two services while this is open. */
final class DemoSystems implements AutoCloseable {

    private static final Pattern LOOPBACK = Pattern.compile("base_url:.*http://127\\.0\\.0\\.1:(\\d+)");

    private final RetailData data;
    private final LoopbackServer shop;
    private final LoopbackServer mail;

    private DemoSystems(RetailData data, LoopbackServer shop, LoopbackServer mail) {
        this.data = data;
        this.shop = shop;
        this.mail = mail;
    }

    /** Starts them over {@code data/} of a home; makes the world on the first start and keeps it from then on. */
    static DemoSystems start(Path home, Clock clock) {
        // Asked first: in a home that is not the demo's, nothing may be written.
        int shopPort = port(home, "shop");
        int mailPort = port(home, "mail");
        Path folder = home.resolve("data");
        RetailData data = new RetailGenerator(day(folder.resolve("demo/day"), clock)).generate();
        TillFiles.write(folder.resolve("till"), data);
        CrmDatabase.write(folder.resolve("crm.db"), data);
        MailList members = MailList.open(folder.resolve("demo/mail.json"), data, clock);
        LoopbackServer shop = LoopbackServer.start("shop", shopPort, new FakeShop(data));
        try {
            return new DemoSystems(data, shop, LoopbackServer.start("mail", mailPort, new FakeMail(members)));
        } catch (DemoException e) {
            shop.close();
            throw e;
        }
    }

    /** The day on which the world was made: it does not move when the demo runs again. */
    private static LocalDate day(Path file, Clock clock) {
        SeededFiles.write(file, LocalDate.now(clock.withZone(ZoneOffset.UTC)) + "\n");
        try {
            return LocalDate.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The port at which the hub will look for a fake: its connection's file says so. */
    private static int port(Path home, String connection) {
        Path file = home.resolve("config/connections/" + connection + ".yaml");
        try {
            Matcher address = LOOPBACK.matcher(Files.readString(file));
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
        } catch (NoSuchFileException e) {
            throw new DemoException("The demo runs in the home of Bramble & Co, and there is no " + file
                    + ". Run it from the repository, or with --home.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        throw new DemoException("The demo never touches a real account: \"base_url\" in " + file
                + " must be http://127.0.0.1:PORT, where its fake answers.");
    }

    RetailData data() {
        return data;
    }

    LoopbackServer shop() {
        return shop;
    }

    LoopbackServer mail() {
        return mail;
    }

    @Override
    public void close() {
        shop.close();
        mail.close();
    }
}
