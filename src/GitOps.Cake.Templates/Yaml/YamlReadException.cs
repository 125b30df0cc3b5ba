namespace GitOps.Cake.Templates.Yaml;

/// <summary>A text is no YAML that can be used; the message names file, line and column, and what to do.</summary>
/// <param name="position">Where.</param>
/// <param name="problem">What is wrong there, without the place.</param>
/// <param name="cause">The exception behind it, if there is one.</param>
public sealed class YamlReadException(YamlPosition position, string problem, Exception? cause = null)
    : Exception($"{position}: {problem}", cause)
{
    /// <summary>Where the problem is.</summary>
    public YamlPosition Position { get; } = position;

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = problem;
}
