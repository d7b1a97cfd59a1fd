/**
 * Files as streams: CSV, JSON Lines and JSON arrays from any folder that Camel's file, FTP and SFTP components reach, and
 * files that are replaced as a whole as destinations.
 */
package io.serai.connectors.files;
