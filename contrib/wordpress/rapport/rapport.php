<?php
/**
 * Plugin Name: Rapport
 * Description: Shows the roster, the next meeting and the latest news of a user group's Rapport site. Fetches only what is public, keeps it for an hour, and sends nothing.
 * Version: 1.1.0
 * Requires at least: 6.0
 * Requires PHP: 7.4
 * License: GPL-2.0-or-later
 *
 * Shortcodes: [rapport_news count="5"], [rapport_block name="roster|next-meeting|latest-news" height="360"].
 * An address of the site on a line of its own becomes a preview (oEmbed).
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The address of the Rapport site, without a slash at the end; empty where none is set. */
function rapport_site() {
	return untrailingslashit( esc_url_raw( (string) get_option( 'rapport_site', '' ), array( 'https', 'http' ) ) );
}

/**
 * The public feed of the site, kept for an hour. What could not be fetched is asked for again after five minutes;
 * until then the last good answer stands.
 */
function rapport_feed() {
	$site = rapport_site();
	if ( '' === $site ) {
		return array();
	}
	$key  = 'rapport_feed_' . md5( $site );
	$kept = get_transient( $key );
	if ( is_array( $kept ) ) {
		return $kept;
	}
	$answer = wp_safe_remote_get( $site . '/feed.json', array( 'timeout' => 5, 'limit_response_size' => 1048576 ) );
	$body   = 200 === wp_remote_retrieve_response_code( $answer ) ? json_decode( wp_remote_retrieve_body( $answer ), true ) : null;
	if ( is_array( $body ) && isset( $body['items'] ) && is_array( $body['items'] ) ) {
		set_transient( $key, $body['items'], HOUR_IN_SECONDS );
		update_option( $key . '_last', $body['items'], false );
		return $body['items'];
	}
	$last = get_option( $key . '_last', array() );
	$last = is_array( $last ) ? $last : array();
	set_transient( $key, $last, 5 * MINUTE_IN_SECONDS );
	return $last;
}

/** [rapport_news count="5"]: the latest news, as a list of links. */
function rapport_news( $attributes ) {
	$attributes = shortcode_atts( array( 'count' => 5 ), $attributes, 'rapport_news' );
	$count      = max( 1, min( 50, (int) $attributes['count'] ) );
	$lines      = '';
	foreach ( array_slice( rapport_feed(), 0, $count ) as $item ) {
		if ( ! is_array( $item ) || ! isset( $item['url'], $item['title'] ) || ! is_string( $item['url'] ) || ! is_string( $item['title'] ) ) {
			continue;
		}
		// Titles arrive as HTML text: what was escaped there is a plain character here, and escaped once.
		$title  = html_entity_decode( $item['title'], ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		$lines .= sprintf( '<li><a href="%s">%s</a></li>', esc_url( $item['url'], array( 'https', 'http' ) ), esc_html( $title ) );
	}
	return '' === $lines ? '' : '<ul class="rapport-news">' . $lines . '</ul>';
}

/** Lets frames be as tall as what is in them: a block tells its height, and only messages of the site count. */
function rapport_frames( $site ) {
	static $done = false;
	if ( $done ) {
		return;
	}
	$done   = true;
	$parts  = wp_parse_url( $site );
	$origin = $parts['scheme'] . '://' . $parts['host'] . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
	wp_register_script( 'rapport-frames', false, array(), '1.1.0', true );
	wp_enqueue_script( 'rapport-frames' );
	wp_add_inline_script(
		'rapport-frames',
		"addEventListener('message', function (event) {
	var told = event.data;
	if (event.origin !== " . wp_json_encode( $origin ) . " || !told || told.rapport !== 'height') return;
	document.querySelectorAll('iframe.rapport-block').forEach(function (frame) {
		if (frame.contentWindow === event.source) frame.height = Math.max(80, Math.min(5000, Number(told.height) || 0));
	});
});"
	);
}

/** [rapport_block name="roster"]: a block of the site in a frame. */
function rapport_block( $attributes ) {
	$titles     = array(
		'roster'       => 'Roster',
		'next-meeting' => 'Next meeting',
		'latest-news'  => 'Latest news',
	);
	$attributes = shortcode_atts( array( 'name' => 'latest-news', 'height' => 360 ), $attributes, 'rapport_block' );
	$site       = rapport_site();
	if ( '' === $site || ! isset( $titles[ $attributes['name'] ] ) ) {
		return '';
	}
	rapport_frames( $site );
	return sprintf(
		'<iframe class="rapport-block" src="%s" title="%s" height="%d" style="border:0;width:100%%" loading="lazy"></iframe>',
		esc_url( $site . '/embed/' . $attributes['name'] ),
		esc_attr( $titles[ $attributes['name'] ] ),
		max( 80, min( 2000, (int) $attributes['height'] ) )
	);
}

add_shortcode( 'rapport_news', 'rapport_news' );
add_shortcode( 'rapport_block', 'rapport_block' );

add_action(
	'init',
	function () {
		$site = rapport_site();
		if ( '' !== $site ) {
			wp_oembed_add_provider( $site . '/*', $site . '/oembed' );
		}
	}
);

add_action(
	'admin_init',
	function () {
		register_setting(
			'general',
			'rapport_site',
			array(
				'type'              => 'string',
				'default'           => '',
				'sanitize_callback' => function ( $value ) {
					return untrailingslashit( esc_url_raw( trim( (string) $value ), array( 'https', 'http' ) ) );
				},
			)
		);
		add_settings_field(
			'rapport_site',
			'Address of the Rapport site',
			function () {
				printf(
					'<input type="url" class="regular-text" id="rapport_site" name="rapport_site" value="%s" placeholder="https://">',
					esc_attr( (string) get_option( 'rapport_site', '' ) )
				);
			},
			'general',
			'default',
			array( 'label_for' => 'rapport_site' )
		);
	}
);
