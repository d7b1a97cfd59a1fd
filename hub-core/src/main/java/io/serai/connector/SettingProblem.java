package io.serai.connector;

import java.util.List;

/**
 * What is wrong with one setting of a connection.
 *
 * @param path the setting's name, or the names that lead to it in nested settings
 * @param message one sentence, without the value of a secret
 * @param hint what to do; possibly empty
 */
public record SettingProblem(List<String> path, String message, String hint) {

    public SettingProblem {
        path = List.copyOf(path);
    }
}
