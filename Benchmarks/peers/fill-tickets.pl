# Makes tickets through Request Tracker's own interface: how many, and a file of words.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use RT;

RT->LoadConfig;
RT->Init;
my ($count, $path) = @ARGV;
open my $file, '<:encoding(UTF-8)', $path or die "$path: $!";
chomp(my @words = <$file>);

# Only while it is filled; under measure it syncs as it always does.
$RT::Handle->dbh->do('PRAGMA synchronous = OFF');
my $queue = RT::Queue->new(RT->SystemUser);
$queue->Load('General');
for my $number (1 .. $count) {
    $RT::Handle->BeginTransaction if $number % 500 == 1;
    my $ticket = RT::Ticket->new(RT->SystemUser);
    my ($id, undef, $message) = $ticket->Create(
        Queue => $queue->Id, Status => 'open', Subject => sprintf($words[$number % @words], $number));
    die $message unless $id;
    $RT::Handle->Commit if $number % 500 == 0 || $number == $count;
}
