using System.Runtime.Versioning;
using GitOps.Cake.Testing.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: UnsupportedOSPlatform("windows")]
[assembly: AssemblyFixture(typeof(SharedControlPlane))]

// Each control plane takes both cores of a small machine: side by side the starts would only be slower.
[assembly: Parallelization(Mode = ParallelMode.None)]
