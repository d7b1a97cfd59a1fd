package io.serai.live;

import io.serai.HubHome;
import io.serai.profile.Progress;

/** Tells people what became of what they saved. Called by the thread that watches. */
public interface LiveTeller extends Progress {

    /** A sentence. */
    void say(String sentence);

    /** What was saved has mistakes: shows them as the check does. Everything runs on as before. */
    void mistakes(HubHome home);
}
