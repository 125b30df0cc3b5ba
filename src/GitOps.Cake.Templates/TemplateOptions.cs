namespace GitOps.Cake.Templates;

/// <summary>How templates are parsed and run. One value serves any number of templates, also at the same time.</summary>
public sealed record TemplateOptions
{
    /// <summary>The options used when none are given.</summary>
    public static TemplateOptions Default { get; } = new();

    /// <summary>The functions that templates can call.</summary>
    /// <value><see cref="FunctionTable.Standard"/> by default.</value>
    public FunctionTable Functions { get; init; } = FunctionTable.Standard;

    /// <summary>Files whose definitions every template sees.</summary>
    /// <value>None by default.</value>
    public SharedTemplates Helpers { get; init; } = SharedTemplates.None;

    /// <summary>How much a template may ask for.</summary>
    /// <value><see cref="TemplateLimits.Default"/> by default.</value>
    public TemplateLimits Limits { get; init; } = TemplateLimits.Default;

    /// <summary>The file that the text comes from, for messages.</summary>
    /// <value>None by default.</value>
    public string? File { get; init; }

    /// <summary>Gives the value of an environment variable, null when it is not set, to <c>env</c>, <c>expandenv</c> and <c>requiredEnv</c>.</summary>
    /// <value>The variables of this process by default.</value>
    public Func<string, string?> EnvironmentVariable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The clock and local zone of the functions about dates.</summary>
    /// <value>The system's by default.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
