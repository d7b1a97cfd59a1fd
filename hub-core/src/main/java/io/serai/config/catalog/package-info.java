/** What Camel's own jars say of its components, steps, languages and data formats, read as resources: no class of Camel is loaded. */
package io.serai.config.catalog;
