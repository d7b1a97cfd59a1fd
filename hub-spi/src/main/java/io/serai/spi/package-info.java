/**
 * The contract between the hub and a connector: read one page, write one batch. JDK only. No is temporary, yes is for ever:
 * what is public here stays until the next major version.
 */
package io.serai.spi;
