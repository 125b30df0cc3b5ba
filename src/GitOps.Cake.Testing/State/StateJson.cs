using System.Text.Json.Serialization;

namespace GitOps.Cake.Testing.State;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ControlPlaneState))]
internal sealed partial class StateJson : JsonSerializerContext;
