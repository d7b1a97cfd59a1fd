package io.serai.connector;

/**
 * A list that a system gives of what there is: the scopes of a token, the fields of an audience.
 *
 * @param request asks for it
 * @param names where the names are in the answer
 * @param say a sentence for the admin about a name that is not among them, which is {@code {missing}}
 */
public record Inventory(RequestTemplate request, JsonPath names, Template say) {}
