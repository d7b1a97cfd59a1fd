package io.serai.identity.advice;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The country of a time zone, where its city leaves no doubt. */
public final class HomeCountry {

    private static final Map<String, String> COUNTRIES = Stream.of("""
                    Europe/London GB; Europe/Belfast GB; Europe/Dublin IE; Europe/Paris FR; Europe/Berlin DE; Europe/Madrid ES;
                    Europe/Rome IT; Europe/Lisbon PT; Europe/Amsterdam NL; Europe/Brussels BE; Europe/Luxembourg LU;
                    Europe/Zurich CH; Europe/Vienna AT; Europe/Copenhagen DK; Europe/Oslo NO; Europe/Stockholm SE;
                    Europe/Helsinki FI; Europe/Warsaw PL; Europe/Prague CZ; Europe/Bratislava SK; Europe/Budapest HU;
                    Europe/Bucharest RO; Europe/Sofia BG; Europe/Athens GR; Europe/Istanbul TR; Europe/Kyiv UA; Europe/Kiev UA;
                    Europe/Riga LV; Europe/Vilnius LT; Europe/Tallinn EE; Europe/Zagreb HR; Europe/Ljubljana SI;
                    Europe/Belgrade RS; America/New_York US; America/Chicago US; America/Denver US; America/Los_Angeles US;
                    America/Phoenix US; America/Toronto CA; America/Vancouver CA; America/Montreal CA; America/Mexico_City MX;
                    America/Sao_Paulo BR; America/Argentina/Buenos_Aires AR; America/Santiago CL; America/Bogota CO;
                    America/Lima PE; Australia/Sydney AU; Australia/Melbourne AU; Australia/Brisbane AU; Australia/Perth AU;
                    Australia/Adelaide AU; Pacific/Auckland NZ; Asia/Tokyo JP; Asia/Seoul KR; Asia/Shanghai CN;
                    Asia/Hong_Kong HK; Asia/Taipei TW; Asia/Singapore SG; Asia/Kuala_Lumpur MY; Asia/Bangkok TH;
                    Asia/Jakarta ID; Asia/Manila PH; Asia/Ho_Chi_Minh VN; Asia/Kolkata IN; Asia/Calcutta IN; Asia/Dubai AE;
                    Asia/Riyadh SA; Asia/Jerusalem IL; Asia/Karachi PK; Asia/Dhaka BD; Africa/Johannesburg ZA;
                    Africa/Lagos NG; Africa/Nairobi KE; Africa/Cairo EG; Africa/Casablanca MA""".split(";"))
            .map(pair -> pair.strip().split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private HomeCountry() {}

    /** The country, as two letters; empty where the zone does not tell. */
    public static Optional<String> of(ZoneId zone) {
        return Optional.ofNullable(COUNTRIES.get(zone.getId()));
    }
}
