package io.serai.config;

/** A value in a YAML file, with its place. Immutable. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

    /** Where the value starts. */
    Position position();

    /** What the value is, for messages: {@code a map}, {@code a list}, {@code "shop"}, {@code nothing}. Never a secret. */
    String shown();
}
