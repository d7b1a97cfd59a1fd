package io.serai.config.suggest;

import io.serai.spi.Field.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A field of a stream, what it probably means and why one thinks so.
 *
 * @param path where its values stand
 * @param role what it means; {@link Role#NONE} when that is not known
 * @param why the reason, in a few words
 */
record Part(String path, Role role, String why) {

    /** What people call the fields of orders, products and consents: folded, without separators. */
    private static final Map<Role, Set<String>> NAMES = Map.of(
            Role.ORDER_TIME,
                    Set.of(
                            "time",
                            "soldat",
                            "orderedat",
                            "placedat",
                            "orderdate",
                            "ordertime",
                            "saledate",
                            "date",
                            "datetime",
                            "timestamp",
                            "at",
                            "when",
                            "purchasedat",
                            "purchasedate",
                            "happenedat",
                            "occurredat",
                            "eventtime"),
            Role.ORDER_TOTAL,
                    Set.of(
                            "total",
                            "amount",
                            "totalprice",
                            "ordertotal",
                            "sum",
                            "grandtotal",
                            "value",
                            "totalamount",
                            "gross",
                            "paid",
                            "revenue",
                            "betrag",
                            "montant",
                            "importe"),
            Role.CURRENCY, Set.of("currency", "currencycode", "waehrung", "devise", "moneda"),
            Role.SKU,
                    Set.of(
                            "sku",
                            "productid",
                            "product",
                            "article",
                            "item",
                            "itemid",
                            "ean",
                            "barcode",
                            "articlenumber"),
            Role.QUANTITY, Set.of("quantity", "qty", "count", "units", "pieces", "menge"),
            Role.PRICE, Set.of("price", "unitprice", "itemprice", "originalprice", "preis", "prix"),
            Role.CREATED_AT, Set.of("createdat", "created", "createddate", "datecreated", "signupdate", "registeredat"),
            Role.CHANGED_AT,
                    Set.of("updatedat", "updated", "changedat", "changed", "modifiedat", "lastmodified", "modified"),
            Role.CONSENT_EMAIL,
                    Set.of(
                            "newsletter",
                            "news",
                            "optin",
                            "emailoptin",
                            "acceptsmarketing",
                            "emailconsent",
                            "consentemail",
                            "marketing",
                            "subscribed",
                            "letters",
                            "emailmarketing",
                            "consent",
                            "mailing"),
            Role.CONSENT_SMS, Set.of("smsoptin", "smsconsent", "consentsms", "smsmarketing"));

    /** What such a name usually means. */
    static Optional<Role> named(String path) {
        String plain = plain(path);
        return NAMES.entrySet().stream()
                .filter(names -> names.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The last word of a path, in lower case and without separators. */
    static String plain(String path) {
        return last(path).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** What a field of the hub may be called after it. */
    String fieldName() {
        String plain = path.replaceAll("[^\\p{L}\\p{N}_]+", "_").replaceAll("^[^\\p{L}_]+|_+$", "");
        return plain.isEmpty() ? "field" : plain;
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
