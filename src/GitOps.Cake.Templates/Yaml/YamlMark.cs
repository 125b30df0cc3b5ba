namespace GitOps.Cake.Templates.Yaml;

/// <summary>A place in the text that is read, from 0.</summary>
internal readonly record struct YamlMark(int Line, int Column);
