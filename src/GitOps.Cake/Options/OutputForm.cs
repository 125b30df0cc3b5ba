namespace GitOps.Cake.Options;

/// <summary>The form in which a result is printed for programs.</summary>
internal enum OutputForm
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>YAML.</summary>
    Yaml,
}
