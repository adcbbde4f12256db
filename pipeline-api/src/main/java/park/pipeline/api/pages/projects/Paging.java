package park.pipeline.api.pages.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pages there are to turn to.
 *
 * @param page the one that is shown, from 1
 * @param last the number of pages; 1 where there are no rows
 */
public record Paging(int page, int last) {
    /** Stands for the pages left out between two numbers. */
    public static final int GAP = 0;

    static Paging of(int page, int size, long count) {
        int last = Math.max(1, Math.toIntExact((count + size - 1) / size));
        return new Paging(Math.min(page, last), last);
    }

    /** The first, the last and those around the one that is shown, with {@link #GAP} where some are left out. */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        IntStream.rangeClosed(1, last)
                .filter(n -> n == 1 || n == last || Math.abs(n - page) <= 1)
                .forEach(n -> {
                    if (!numbers.isEmpty() && numbers.getLast() < n - 1) {
                        numbers.add(GAP);
                    }
                    numbers.add(n);
                });
        return numbers;
    }
}
