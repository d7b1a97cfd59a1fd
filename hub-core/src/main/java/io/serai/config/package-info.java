/** The files of a hub home: reading with positions, checking, meaning. */
package io.serai.config;
