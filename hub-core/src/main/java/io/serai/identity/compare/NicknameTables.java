package io.serai.identity.compare;

/** Names and the names that stand for them in daily life, one person's formal name first. */
final class NicknameTables {
    static final String ALL = """
            alexander alex sandy alec; alexandra alex sandra; andrew andy drew; anthony tony; antonio toni; barbara barb babs;
            benjamin ben benny; catherine cathy kate katie cath; katherine kathy kate katie kath; charles charlie chuck;
            robert bob rob bobby robbie bert; william bill will billy liam; thomas tom tommy; elizabeth liz beth betty lizzie eliza;
            frank francis""";

    private NicknameTables() {}
}
