using GitOps.Cake.Templates.Parsing;

namespace GitOps.Cake.Templates;

/// <summary>
/// How much a template may ask for, so that a mistaken or hostile one ends with an error instead of taking the process down.
/// Time has no limit of its own: hand a <see cref="CancellationToken"/> to <see cref="Template.Render"/>.
/// </summary>
public sealed record TemplateLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static TemplateLimits Default { get; } = new();

    /// <summary>The longest template, in characters.</summary>
    /// <value>16 777 216 by default.</value>
    public int TemplateLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>How deep blocks and parentheses of a template may be nested.</summary>
    /// <value>500 by default.</value>
    public int Nesting { get; init; } = 500;

    /// <summary>The longest output, in characters.</summary>
    /// <value>67 108 864 by default.</value>
    public int OutputLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>The longest text, in characters, and the longest list, in elements, that a function may make.</summary>
    /// <value>16 777 216 by default.</value>
    public int ValueLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many steps (nodes of the template, calls, rounds of a loop, 256 characters or elements made) a rendering may take.</summary>
    /// <value>50 000 000 by default.</value>
    public long Steps { get; init; } = 50_000_000;

    /// <summary>How deep templates may run templates, through <c>template</c>, <c>include</c> and <c>tpl</c> together.</summary>
    /// <value>10 000 by default. Go allows ten times as many, at the price of gigabytes.</value>
    public int TemplateDepth { get; init; } = 10_000;

    internal static TemplateException Exceeded(SourceText source, int line, string message) =>
        new($"template: {source.Name}:{line}: {message}", new(source.Name, source.File, line), message, Advice);

    internal const string Advice = "If the template is meant to be like this, raise the limit in TemplateLimits.";
}
