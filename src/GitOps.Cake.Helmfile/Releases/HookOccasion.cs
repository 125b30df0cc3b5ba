namespace GitOps.Cake.Helmfile.Releases;

/// <summary>Why hooks run.</summary>
/// <param name="Event">The event, as in <c>presync</c>.</param>
/// <param name="Command">What runs, in helmfile's words: <c>diff</c>, <c>sync</c>, <c>apply</c>, ...</param>
/// <param name="Error">What went wrong before, for hooks that run after a failure.</param>
internal sealed record HookOccasion(string Event, string Command, string? Error = null);
