package park.pipeline.api.pages;

/** What one sees a page in: pixels. */
enum Window {
    WIDE(1366, 900),
    /** the smallest telephone */
    NARROW(360, 740);

    private final int width;
    private final int height;

    Window(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
