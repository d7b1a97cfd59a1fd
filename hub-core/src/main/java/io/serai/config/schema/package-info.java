/** JSON Schemas of the files of a home, for editors: what the check knows, written down so that they complete and check as one types. */
package io.serai.config.schema;
