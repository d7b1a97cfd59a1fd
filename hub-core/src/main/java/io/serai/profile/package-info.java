/** One person: traits, consents and a timeline, made from the records that are theirs. */
package io.serai.profile;
