/** Measures how well people were found, and shows it as a page. Pure: figures and text, no files. */
package io.serai.identity.report;
