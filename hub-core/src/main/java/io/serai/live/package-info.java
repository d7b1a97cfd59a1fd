/** A hub that runs while its files are edited. */
package io.serai.live;
