using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>
/// Writes values as go-yaml v3 does with an indentation of two: the text of <c>toYaml</c>. Lists below a key are indented, keys are in natural order,
/// nothing is folded, a line end closes the text.
/// </summary>
public static class YamlWriter
{
    /// <summary>Writes one document, without <c>---</c>.</summary>
    /// <param name="value">A value of a template; see <see cref="GoValue"/>.</param>
    /// <returns>The YAML, with a final line end.</returns>
    /// <exception cref="ArgumentException">A part of the value is none of the types that stand for Go's.</exception>
    /// <exception cref="GoValueException">The value is nested too deep, or contains itself.</exception>
    public static string Write(object? value)
    {
        var emitter = new YamlEmitter();
        new YamlValueWriter(emitter).Node(value, YamlEmitter.Outside, 0);
        return emitter.Finish();
    }
}
