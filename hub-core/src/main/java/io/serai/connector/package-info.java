/** Connectors: the registry, the plugin loader, the one HTTP door and the connector.yaml engine. */
package io.serai.connector;
