namespace GitOps.Cake.Templates.Values;

/// <summary>Go's <c>map[string]string</c>, for example <c>.Release.Labels</c>: functions that want a <see cref="GoMap"/> refuse it.</summary>
public sealed class GoStringMap() : GoDictionary<string>(0);
