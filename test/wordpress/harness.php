<?php
// As much of WordPress as the plug-in asks for, so that its functions run without one. A scenario comes in as JSON, what they gave goes out.
define( 'ABSPATH', __DIR__ );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'MINUTE_IN_SECONDS', 60 );

$scenario = json_decode( stream_get_contents( STDIN ), true );
$options  = $scenario['options'] ?? array();
$kept     = array();
$asked    = array();
$scripts  = array();
$codes    = array();
$hooks    = array();
$oembed   = array();

function get_option( $name, $default = false ) { global $options; return $options[ $name ] ?? $default; }
function update_option( $name, $value ) { global $options; $options[ $name ] = $value; }
function get_transient( $name ) { global $kept; return $kept[ $name ]['value'] ?? false; }
function set_transient( $name, $value, $seconds ) { global $kept; $kept[ $name ] = array( 'value' => $value, 'seconds' => $seconds ); }
function untrailingslashit( $text ) { return rtrim( $text, '/' ); }
function esc_url_raw( $url, $schemes ) { return in_array( parse_url( $url, PHP_URL_SCHEME ), $schemes, true ) ? $url : ''; }
function esc_url( $url, $schemes = array( "http", "https" ) ) { return htmlspecialchars( esc_url_raw( $url, $schemes ), ENT_QUOTES ); }
function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_html( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function wp_parse_url( $url ) { return parse_url( $url ); }
function wp_json_encode( $value ) { return json_encode( $value ); }
function shortcode_atts( $pairs, $given ) { return array_merge( $pairs, array_intersect_key( (array) $given, $pairs ) ); }
function add_shortcode( $name, $call ) { global $codes; $codes[ $name ] = $call; }
function add_action( $name, $call ) { global $hooks; $hooks[ $name ][] = $call; }
function wp_oembed_add_provider( $pattern, $endpoint ) { global $oembed; $oembed[] = array( $pattern, $endpoint ); }
function wp_register_script( $handle ) { global $scripts; $scripts[ $handle ] = array(); }
function wp_enqueue_script( $handle ) {}
function wp_add_inline_script( $handle, $code ) { global $scripts; $scripts[ $handle ][] = $code; }
function wp_safe_remote_get( $url ) { global $asked, $scenario; $asked[] = $url; return array_shift( $scenario['answers'] ) ?? array( 'status' => 500, 'body' => '' ); }
function wp_remote_retrieve_response_code( $answer ) { return $answer['status']; }
function wp_remote_retrieve_body( $answer ) { return $answer['body']; }

require $argv[1];

foreach ( $hooks['init'] ?? array() as $call ) {
	$call();
}
$said = array();
foreach ( $scenario['codes'] as $one ) {
	if ( 'later' === $one ) {
		$kept = array();
		continue;
	}
	$said[] = $codes[ $one['name'] ]( $one['attributes'] ?? array() );
}
echo json_encode( array( 'said' => $said, 'asked' => $asked, 'scripts' => $scripts, 'oembed' => $oembed, 'kept' => array_column( $kept, 'seconds' ) ) );
