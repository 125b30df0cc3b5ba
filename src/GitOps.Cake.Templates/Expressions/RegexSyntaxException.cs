namespace GitOps.Cake.Templates.Expressions;

/// <summary>A regular expression that Go does not read.</summary>
internal sealed class RegexSyntaxException(string problem, string part) : Exception($"error parsing regexp: {problem}: `{part}`");
