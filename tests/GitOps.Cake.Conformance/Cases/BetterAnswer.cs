using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Cases;

/// <summary>What a better engine answers where helmfile is plainly wrong.</summary>
/// <param name="Why">Why it is better.</param>
/// <param name="Exit">Its exit code.</param>
/// <param name="Releases">All releases that there are afterwards; null where they do not count.</param>
internal sealed record BetterAnswer(string Why, int Exit, YamlNode? Releases);
