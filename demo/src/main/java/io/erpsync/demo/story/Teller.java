package io.erpsync.demo.story;

import java.time.Duration;

/** Told what happens in the story, as it happens. */
public interface Teller {

    void chapter(String title);

    /** Something was seen on the system that it was expected on. */
    void seen(String what, Duration took);

    /** Something was waited for and did not come. */
    void missed(String what, Duration took);

    void note(String line);
}
