package io.serai.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes command objects, and hands those that print the terminal to print to. */
final class CommandFactory implements IFactory {

    private final Terminal terminal;

    CommandFactory(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            Constructor<K> constructor = type.getDeclaredConstructor(Terminal.class);
            return constructor.newInstance(terminal);
        } catch (NoSuchMethodException needsNone) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
