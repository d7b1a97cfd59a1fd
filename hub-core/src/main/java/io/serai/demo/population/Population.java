package io.serai.demo.population;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Any number of customers' rows, always the same for the same seed and number. Every row is made when it is asked for, from numbers that
 * follow from the seed and its place alone: nothing is kept. Rows stand in a shuffled order; neither it nor the ids say who is who.
 *
 * <p>About seven of ten rows are a person of their own; a person has one to eight.
 */
public final class Population implements Iterable<Customer> {

    private final long seed;
    private final long rows;
    private final Shuffle shuffle;
    private final World world = new World();

    private Population(long seed, long rows) {
        this.seed = seed;
        this.rows = rows;
        this.shuffle = new Shuffle(seed, rows);
    }

    /** @throws IllegalArgumentException when there would be no row */
    public static Population of(long seed, long rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A population has at least one row, not " + rows);
        }
        return new Population(seed, rows);
    }

    public long rows() {
        return rows;
    }

    @Override
    public Iterator<Customer> iterator() {
        return stream().iterator();
    }

    public Stream<Customer> stream() {
        return LongStream.range(0, rows).mapToObj(this::row);
    }

    /** Writes a CSV with a header. */
    public void write(Path file) {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(Customer.COLUMNS);
            for (Customer customer : this) {
                csv.writeRecord(customer.values());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /**
     * Any row without those before it.
     *
     * @param number from 0
     */
    public Customer row(long number) {
        Neighbourhood place = Neighbourhood.at(seed, shuffle.at(number));
        return written(place).customer(number + 1, cluster(place));
    }

    /** The troubles that a row met. */
    Set<Trouble> troubles(long number) {
        return written(Neighbourhood.at(seed, shuffle.at(number))).troubles;
    }

    private Row written(Neighbourhood place) {
        Household household = Household.of(seed, place.household(), place.kind(), world);
        Individual person = Individual.of(household, place.person(), seed, world);
        Dice dice = Dice.of(seed, place.household() * 8 + place.person(), 1_000 + place.row());
        return new Pen(Source.of(person, dice), person, dice).write();
    }

    /** Numbered so that they say nothing, not even who lives together. */
    private String cluster(Neighbourhood place) {
        return Long.toString(Dice.mixed(seed + place.household() * 8 + place.person()) >>> 8, 36);
    }
}
