namespace GitOps.Cake.Helmfile.Ports;

/// <summary>How helm reads a single value.</summary>
public enum SetKind
{
    /// <summary><c>--set</c>: helm guesses the type.</summary>
    Typed,

    /// <summary><c>--set-string</c>: always text.</summary>
    Text,

    /// <summary><c>--set-file</c>: the content of a file.</summary>
    File,
}
