/** The commands. */
package io.serai.cli;
