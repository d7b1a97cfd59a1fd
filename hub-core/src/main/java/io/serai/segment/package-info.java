/** Who is in and who is out: rules over traits, events, consents and other segments, and the membership that follows. */
package io.serai.segment;
