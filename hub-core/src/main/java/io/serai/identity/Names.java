package io.serai.identity;

import java.util.HashMap;
import java.util.Map;

/** How far apart two canonical names may be and still be one person's. */
final class Names {

    /** A name and the names that stand for it in daily life. */
    private static final Map<String, String> NICKNAMES = nicknames("""
            alexander alex sandy; alexandra alex sandra; andrew andy drew; anthony tony; antonio toni; barbara barb babs;
            benjamin ben benny; catherine cathy kate katie cath; katherine kathy kate katie kath; charles charlie chuck;
            charlotte lottie; christina chris tina; christopher chris kit; daniel dan danny; david dave davy;
            deborah debbie deb; dorothy dot dottie; edward ed eddie ted ned; eleanor ellie nell; elizabeth liz beth betty lizzie eliza;
            francis frank; frances fran; frederick fred freddie; geoffrey geoff; george georgie; gerald gerry; harold harry;
            henry harry hank; isabella bella izzy; jacob jake; james jim jimmy jamie; janet jan; jennifer jen jenny;
            jessica jess jessie; john jack johnny; jonathan jon; joseph joe joey; joshua josh; judith judy;
            kenneth ken kenny; lawrence larry; leonard len lenny; lillian lily; louise lou; margaret maggie meg peggy madge;
            martin marty; matthew matt; michael mike mick micky; natalie nat; nathaniel nathan nat; nicholas nick nicky;
            pamela pam; patricia pat patty trish tricia; patrick pat paddy; peter pete; philip phil; raymond ray;
            rebecca becky becca; richard rick dick rich ricky; robert bob rob bobby robbie bert; ronald ron ronnie;
            samantha sam; samuel sam sammy; sarah sally; stephen steve; steven steve; stephanie steph; susan sue susie;
            theodore ted theo; theresa terry tess; thomas tom tommy; timothy tim; victoria vicky tori; vincent vince;
            virginia ginny; walter walt; william bill will billy liam; zachary zach zack""");

    private Names() {}

    private static Map<String, String> nicknames(String table) {
        Map<String, String> formal = new HashMap<>();
        for (String line : table.split(";")) {
            String[] names = line.strip().split("\\s+");
            for (int i = 1; i < names.length; i++) {
                formal.merge(names[i], ' ' + names[0] + ' ', String::concat);
            }
        }
        return Map.copyOf(formal);
    }

    /** Equal, an initial, a nickname, a second given name left out, or a slip of the keyboard. */
    static boolean compatible(String left, String right) {
        String one = first(left);
        String two = first(right);
        if (one.length() == 1 || two.length() == 1) {
            return one.charAt(0) == two.charAt(0);
        }
        return similar(one, two) || isShortFor(one, two) || isShortFor(two, one);
    }

    private static String first(String name) {
        int space = name.indexOf(' ');
        return space > 0 ? name.substring(0, space) : name;
    }

    private static boolean isShortFor(String nickname, String name) {
        return NICKNAMES.getOrDefault(nickname, "").contains(' ' + name + ' ');
    }

    /** Equal, or one slip of the keyboard apart when long enough to tell. */
    static boolean similar(String left, String right) {
        return left.equals(right) || Math.min(left.length(), right.length()) >= 4 && distanceAtMostOne(left, right);
    }

    /** Optimal string alignment of at most one: a character changed, left out, put in, or two neighbours swapped. */
    static boolean distanceAtMostOne(String left, String right) {
        if (left.length() > right.length()) {
            return distanceAtMostOne(right, left);
        }
        if (right.length() - left.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < left.length() && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        if (right.length() > left.length()) {
            return left.regionMatches(same, right, same + 1, left.length() - same);
        }
        if (same == left.length() || left.regionMatches(same + 1, right, same + 1, left.length() - same - 1)) {
            return true;
        }
        return same + 1 < left.length()
                && left.charAt(same) == right.charAt(same + 1)
                && left.charAt(same + 1) == right.charAt(same)
                && left.regionMatches(same + 2, right, same + 2, left.length() - same - 2);
    }
}
