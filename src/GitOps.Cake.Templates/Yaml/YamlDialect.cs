namespace GitOps.Cake.Templates.Yaml;

/// <summary>Whose rules decide what an unquoted scalar means.</summary>
internal enum YamlDialect
{
    /// <summary>
    /// go-yaml v3, which helmfile reads with: integers are Go's int, dates are times, <c>yes</c> and <c>on</c> are texts,
    /// a repeated key is an error, values of templates need texts as keys.
    /// </summary>
    GoYaml3,

    /// <summary>
    /// sigs.k8s.io/yaml (go-yaml v2, then JSON), which helm and Kubernetes read with: numbers are <c>long</c> where they fit, else <c>double</c>
    /// (<c>1.0</c> is 1), dates are texts, <c>yes</c>, <c>no</c>, <c>on</c>, <c>off</c>, <c>y</c> and <c>n</c> are bools, keys become texts, the last of a repeated key wins.
    /// </summary>
    Kubernetes,
}
