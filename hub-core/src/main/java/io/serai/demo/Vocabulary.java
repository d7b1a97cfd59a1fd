package io.serai.demo;

import java.util.List;

/** The invented world: people's names, places, goods. Phone numbers come from the ranges that Ofcom keeps for drama. */
final class Vocabulary {

    static final List<String> FIRST_NAMES = words("""
            Abena Adrian Agnes Aisha Alasdair Amara Anneke Arjun Beatrix Bettina Branwen Callum Catrin Cecily Chidi Clement
            Connie Cordelia Dafydd Dalia Darius Delphine Desmond Eamon Edith Eilidh Elif Emeka Esme Farah Fergus Fionn Freya
            Gideon Greta Gwen Hamish Harriet Hester Idris Imogen Isla Jasper Jocelyn Kamala Keir Kwame Leila Linus Lorcan
            Mabel Magnus Marisol Meera Mungo Nadia Niamh Ngozi Olwen Orla Oscar Percy Phoebe Priya Quentin Ravi Rhona Rosalind
            Rufus Saoirse Selwyn Seren Sunita Tamsin Tariq Tobias Ursula Vikram Wilfred Winifred Xanthe Yasmin Zara Zeb""");

    static final List<String> LAST_NAMES = words("""
            Abernathy Adeyemi Allardyce Ampleforth Applegarth Ashcombe Bagshaw Bancroft Barlowe Basra Bexley Birdwhistle
            Blenkinsop Bosworth Brackley Bramhall Brathwaite Calloway Carrick Chaudhry Clovelly Cobbold Copplestone Cragg
            Dalrymple Danjuma Delacourt Dewhurst Dunmore Eccleston Eldridge Entwistle Fairbairn Farquhar Fenwick Fothergill
            Gallacher Garside Ghoshal Gilchrist Goldsworthy Greenhalgh Gulliver Hargreave Haverstock Heatherington Hollis
            Honeychurch Inchbald Ironside Jellicoe Kapoor Kershaw Kettleborough Kingscote Lancaster Larkspur Lightfoot
            Lovelock Mahfouz Merriweather Molyneux Mukherjee Murgatroyd Nettlefold Nightingale Oakeshott Obuya Ollerenshaw
            Osgood Pargeter Pemberton Penhaligon Pettigrew Postlethwaite Quayle Ramsbottom Rathbone Ravenscroft Rowntree
            Saltmarsh Satterthwaite Shackleton Singh-Hale Skelton Strangeways Sutcliffe Tanqueray Thistlewood Tillotson
            Trelawney Tunnicliffe Underhill Vaisey Venkataraman Wadsworth Weatherby Whitlock Winterbourne Wolstenholme
            Wrigglesworth Yarwood Yelland""");

    static final List<String> STREETS = words("""
            Acorn_Road Bakehouse_Lane Candle_Street Dovecote_Mews Elder_Close Ferry_Steps Gooseberry_Hill Hazel_Avenue
            Ivy_Terrace Juniper_Way Kiln_Lane Lantern_Street Mulberry_Row Nettle_Bank Orchard_Rise Paddock_View Quince_Street
            Rookery_Lane Sloe_Gardens Tannery_Yard""");

    static final List<String> MAIL_DOMAINS =
            List.of("mail.example", "post.example", "inbox.example", "letterbox.example");

    static final List<Place> PLACES = List.of(
            new Place("Wexcombe", "QX1", "0113 496 0", "Market Row"),
            new Place("Harrowmere", "QX2", "0114 496 0", "Harbour Street"),
            new Place("Little Amble", "QX3", "0115 496 0", "Old Mill"),
            new Place("Brackenford", "QX4", "0116 496 0", "Station Parade"),
            new Place("Eastmarsh", "QX5", "0117 496 0", "Market Row"),
            new Place("Tilworth", "QX6", "0118 496 0", "Old Mill"),
            new Place("Penhallow Bay", "QX7", "0191 498 0", "Harbour Street"));

    static final List<Product> PRODUCTS = List.of(
            new Product("TEA-NETTLE", "Nettle tea", 650),
            new Product("JAM-BRAMBLE", "Bramble jam", 495),
            new Product("HONEY-HEATH", "Heather honey", 890),
            new Product("SOAP-SLOE", "Sloe soap", 575),
            new Product("CANDLE-FIG", "Fig candle", 1850),
            new Product("MUG-STONE", "Stoneware mug", 1400),
            new Product("APRON-LINEN", "Linen apron", 3600),
            new Product("BOARD-ELM", "Elm chopping board", 4250),
            new Product("TEAPOT-IRON", "Cast-iron teapot", 6800),
            new Product("LAMP-BRASS", "Brass reading lamp", 9500),
            new Product("KNIFE-COOK", "Cook's knife", 11900),
            new Product("BLANKET-WOOL", "Wool blanket", 12900),
            new Product("PAN-COPPER", "Copper pan", 16500));

    private Vocabulary() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+")).stream()
                .map(word -> word.replace('_', ' '))
                .toList();
    }

    /**
     * A town.
     *
     * @param outcode the first half of its postcodes, of an area that does not exist
     * @param phone what its phone numbers start with; three digits follow
     * @param branch the shop that its people go to
     */
    record Place(String town, String outcode, String phone, String branch) {}

    /** Something to buy; the price is in pence. */
    record Product(String sku, String name, int price) {}
}
