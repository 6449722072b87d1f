# web.sh - starts the programs under their supervisor, and Apache or nginx.

# wait_sockets: waits until every program listens and the worker's first run has
# made the seat map.
wait_sockets() {
	ticks=150
	for program in $("$share/conf/generate" sockets); do
		until [ -S "$state/var/run/antrean/$program.sock" ]; do
			wait_tick
		done
	done
	until [ -f "$state/var/run/antrean/map/seats.map" ]; do
		wait_tick
	done
}

wait_tick() {
	ours programs && [ "$ticks" -gt 0 ] || die_of \
		"the programs do not come up" "$state/log/programs.log"
	sleep 0.1
	ticks=$((ticks - 1))
}

# start_programs: lets each program check its settings (-t), then starts all.
start_programs() {
	say "starting the programs"
	for program in $("$share/conf/generate" names); do
		# worker-JOB is the program worker with the argument JOB
		job=${program#worker-}
		[ "$job" != "$program" ] || job=
		"$cgidir/${program%%-*}" ${job:+"$job"} -t >"$state/log/check.log" 2>&1 || die_of \
			"the program $program refuses its settings" \
			"$state/log/check.log"
	done
	setsid sh "$share/conf/supervise" "$cgidir" "$state/var/run/antrean" \
		"$state/log/programs.log" </dev/null \
		>>"$state/log/programs.log" 2>&1 9>&- &
	started programs
	wait_sockets
}

# make_certificate: a self-signed certificate for 127.0.0.1.
make_certificate() {
	[ ! -f "$state/etc/antrean/tls/cert.pem" ] || return 0
	say "making a certificate"
	rm -rf "$state/etc/antrean/tls.new"
	mkdir "$state/etc/antrean/tls.new"
	openssl req -x509 -newkey rsa:2048 -nodes -days 365 \
		-subj "/CN=127.0.0.1" \
		-addext "subjectAltName=IP:127.0.0.1,DNS:localhost" \
		-keyout "$state/etc/antrean/tls.new/key.pem" \
		-out "$state/etc/antrean/tls.new/cert.pem" \
		2>"$state/log/openssl.log" || die_of \
		"the certificate could not be made" "$state/log/openssl.log"
	mv "$state/etc/antrean/tls.new" "$state/etc/antrean/tls"
}

apache_modules() {
	for module in mpm_event authz_core alias env mime headers reqtimeout \
		setenvif log_config buffer proxy proxy_fcgi unixd \
		${tls:+ssl socache_shmcb}; do
		file=/usr/lib/apache2/modules/mod_$module.so
		[ ! -f "$file" ] || echo "LoadModule ${module}_module $file"
	done
}

# own_site SERVER: prints the installed site of SERVER with the ports, host name
# and logs of the demonstration.
own_site() {
	sed -e "s|https://antrean\.example|$base_url|" \
		-e "s|antrean\.example|127.0.0.1|" \
		-e "s|\*:80>|127.0.0.1:$port>|" \
		-e "s|\*:443>|127.0.0.1:$tls_port>|" \
		-e "s|listen 80 |listen 127.0.0.1:$port |" \
		-e "s|listen 443 |listen 127.0.0.1:$tls_port |" \
		-e "s|/var/log/nginx/|$state/log/|" \
		"$share/$1/antrean${tls:+-tls}.conf"
}

write_apache() {
	apache_modules
	cat <<-END
		ServerRoot "$state"
		ServerName 127.0.0.1
		PidFile "$state/run/apache.pid"
		ErrorLog "$state/log/apache-error.log"
		Define APACHE_LOG_DIR "$state/log"
		DefaultRuntimeDir "$state/run"
		Mutex pthread
		ServerSignature Off
		TraceEnable Off
		TypesConfig /etc/mime.types
		Include "$share/apache/antrean-mpm.conf"
		Listen 127.0.0.1:$port
	END
	[ -z "$tls" ] || cat <<-END
		Listen 127.0.0.1:$tls_port
		SSLSessionCache "shmcb:$state/run/tls-sessions(512000)"
	END
	own_site apache
}

write_nginx() {
	cat <<-END
		pid $state/run/nginx.pid;
		include $share/nginx/antrean-main.conf;
		http {
		client_body_temp_path $state/tmp/nginx-body;
		fastcgi_temp_path $state/tmp/nginx-fastcgi;
		proxy_temp_path $state/tmp/nginx-proxy;
		scgi_temp_path $state/tmp/nginx-scgi;
		uwsgi_temp_path $state/tmp/nginx-uwsgi;
	END
	own_site nginx
	echo "}"
}

start_web() {
	[ -z "$tls" ] || make_certificate
	say "starting $server on port $port${tls:+ and $tls_port}"
	error_log=$state/log/$server-error.log
	check_ports
	case $server in
	apache)
		write_apache >"$state/etc/apache.conf"
		apache2 -t -f "$state/etc/apache.conf" \
			>"$state/log/check.log" 2>&1 ||
			die_of "Apache refuses its settings" "$state/log/check.log"
		setsid apache2 -D FOREGROUND -f "$state/etc/apache.conf" \
			</dev/null >>"$error_log" 2>&1 9>&- &
		;;
	nginx)
		write_nginx >"$state/etc/nginx.conf"
		nginx -t -q -p "$state/" -e "$error_log" \
			-c "$state/etc/nginx.conf" >"$state/log/check.log" 2>&1 ||
			die_of "nginx refuses its settings" "$state/log/check.log"
		setsid nginx -g 'daemon off;' -p "$state/" -e "$error_log" \
			-c "$state/etc/nginx.conf" </dev/null \
			>>"$error_log" 2>&1 9>&- &
		;;
	esac
	started web
	ticks=150
	until curl -fsS -o "$state/tmp/home" --max-time 5 \
		${tls:+--cacert "$state/etc/antrean/tls/cert.pem"} \
		"$base_url/" >"$state/log/check.log" 2>&1; do
		ours web || die_of "$server ended at its start" "$error_log"
		[ "$ticks" -gt 0 ] || die_of "the home page does not come" \
			"$state/log/check.log"
		sleep 0.2
		ticks=$((ticks - 1))
	done
}
